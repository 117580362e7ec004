// A browser's cookies: those of `foyer/testing`.
export { createCookieJar, type CookieJar } from '../../src/testing/cookie-jar.ts';
