/**
 * A page of the console, as an address that was handed around names it. Nothing that a browser passes over, such as a tab, may stand between its
 * slashes: `/<tab>/example.com` leads elsewhere.
 */
export const PAGE_PATH = /^\/(?![/\\])[\x21-\x7e]*$/;
