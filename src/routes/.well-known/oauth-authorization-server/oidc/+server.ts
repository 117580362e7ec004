// RFC 8414 §3.1: metadata of an issuer that has a path lives here too.
export { fallback } from '../../../oidc/[...path]/+server.ts';
