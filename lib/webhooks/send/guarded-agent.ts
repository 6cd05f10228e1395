import { lookup as lookUp, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAllowedAddress } from "../rules/address";

const CONNECT_MS = 10_000;

/** The address leads where no message may go. Nothing was sent there, nor was a connection made. */
export class BlockedAddress extends Error {
  override readonly name = "BlockedAddress";
}

/**
 * Connections to addresses that a message may go to. It is the very address of the connection that is judged, so that neither a name, nor a
 * name that leads elsewhere the second time, nor another spelling of an address gets around it. Redirects are not followed by anybody.
 */
export function guardedAgent(allowsPrivate: boolean): Agent {
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: guardedLookup(allowsPrivate) });
  return new Agent({
    connections: 8,
    pipelining: 1,
    maxHeaderSize: 16_384,
    connect: (options, done) => {
      // Addresses are never looked up.
      const host = options.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) && !isAllowedAddress(host, allowsPrivate)) {
        done(new BlockedAddress(host), null);
        return;
      }
      connect(options, (...[error, socket]) => {
        if (error) done(error, null);
        else if (isAllowedAddress(socket.remoteAddress ?? "", allowsPrivate)) done(null, socket);
        else {
          socket.destroy();
          done(new BlockedAddress(host), null);
        }
      });
    },
  });
}

/** @param find how names are looked up; a test's own where it plays a resolver that lies */
export function guardedLookup(allowsPrivate: boolean, find: typeof lookUp = lookUp): LookupFunction {
  return (name, options, done) => {
    find(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) {
        done(error, "", 0);
        return;
      }
      const allowed = found.filter(({ address }) => isAllowedAddress(address, allowsPrivate));
      const [first] = allowed;
      if (!first) done(new BlockedAddress(name), "", 0);
      else if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}
