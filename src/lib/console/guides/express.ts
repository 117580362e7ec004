// Express: the file of the example, which runs in the tests.
import server from '../../../../examples/express/server.js?raw';
import { callback, home, serverEnv, type Guide } from './guide.ts';

export const express: Guide = {
	name: 'Express',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm init -y && npm pkg set type=module\nnpm i express express-session openid-client',
	env: serverEnv,
	snippets: () => [{ title: 'server.js', code: server }],
	run: 'node --env-file=.env server.js'
};
