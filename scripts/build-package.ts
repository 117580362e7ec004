// `dist/`: the tool, the sandbox and `foyer/testing` as JavaScript, since Node strips no types inside node_modules.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
/** Read at run time, imported by nothing. */
const beside = ['sandbox/page/inbox.css', 'sandbox/page/calls.css', 'sandbox/page/inbox.js'];

const compiled = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.package.json'], { cwd: root, stdio: 'inherit' });
if (compiled.status === 0) {
	for (const file of beside) cpSync(path.join(root, 'src', file), path.join(root, 'dist', file));
}
process.exitCode = compiled.status ?? 1;
