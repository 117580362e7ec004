// Whether the compiled messages are there and newer than what they are made of.
import { readdirSync, statSync } from 'node:fs';

export function areMessagesCompiled(): boolean {
	const madeOf = Math.max(newest('messages'), statSync('project.inlang/settings.json').mtimeMs);
	return newest('src/lib/paraglide') > madeOf;
}

function newest(folder: string): number {
	try {
		const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		return Math.max(0, ...files.map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).mtimeMs));
	} catch {
		return 0;
	}
}
