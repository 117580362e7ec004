// What `start` says when it cannot listen.
import { describe, expect, it } from 'vitest';
import { explainListening } from './welcome.ts';

describe('a server that cannot listen', () => {
	it.each([
		['EADDRINUSE', 'PORT=3011 npm start'],
		['EACCES', 'Choose one above 1023 with PORT.'],
		['EADDRNOTAVAIL', 'HOST is no address of this machine'],
		['ENOTFOUND', 'HOST is no address of this machine']
	])('says after %s what to do', (code, words) => {
		expect(explainListening(Object.assign(new Error(code), { code }), 'PORT', 3001).join('\n')).toContain(words);
	});
});
