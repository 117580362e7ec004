// Flask: the file of the example.
import app from '../../../../examples/flask/app.py?raw';
import requirements from '../../../../examples/flask/requirements.txt?raw';
import { callback, home, serverEnv, type Guide } from './guide.ts';

export const flask: Guide = {
	name: 'Flask',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: `pip install ${requirements
		.trim()
		.split('\n')
		.map((line) => `"${line}"`)
		.join(' ')}`,
	env: serverEnv,
	snippets: () => [{ title: 'app.py', code: app }],
	// Port 5000 is its own choice, and taken on a Mac.
	run: 'flask run --host localhost --port 3000'
};
