// A port that nobody listens on just now: that of `foyer/testing`.
export { findFreePort } from '../../src/testing/free-port.ts';
