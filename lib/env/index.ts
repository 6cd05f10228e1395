import { type Environment, parseEnvironment } from "./parse-environment";

export { type Environment, EnvironmentFault, parseEnvironment } from "./parse-environment";

let parsed: Environment | undefined;

/** The environment of this process, parsed once. @throws EnvironmentFault that lists every fault at once. */
export function env(): Environment {
  return (parsed ??= parseEnvironment(process.env));
}
