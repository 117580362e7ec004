// Loaded before Foyer with `--import`: what goes to Aliyun's public name arrives at the sandbox that DETOUR_TO names.
// Production refuses a connector with a local address, and must: so the connector keeps the real one, and the test bends
// the road instead. Aliyun's signature covers the host name, so it is made anew for the sandbox's.
import { authorize } from '../../../src/lib/server/connectors/aliyun/sign.ts';
import { createCatalog } from '../../../src/sandbox/catalog.ts';

const publicName = 'dysmsapi.aliyuncs.com';
const straight = globalThis.fetch;

globalThis.fetch = (input, init = {}) => {
	const url = new URL(input instanceof Request ? input.url : input);
	if (url.hostname !== publicName) return straight(input, init);
	if (url.protocol !== 'https:') throw new Error('Aliyun is asked over https only');

	const target = new URL(url.search, process.env.DETOUR_TO);
	const headers = new Headers(init.headers);
	const signed = Object.fromEntries([...headers].filter(([name]) => /^x-acs-|^content-type$/.test(name)));
	const body = typeof init.body === 'string' ? init.body : '';
	const request = { method: 'POST', query: url.search.slice(1), headers: { ...signed, host: target.host }, body };
	headers.set('authorization', authorize(request, createCatalog().credentials));
	return straight(target, { ...init, headers });
};
