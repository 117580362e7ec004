// foyer app look: what pages show differently for one application.
import { parseArgs } from 'node:util';
import { brandApplication } from '../lib/server/usecases/applications/brand.ts';
import { failure, misuse, type ExitCode } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { withServices } from './with-services.ts';
import { explain } from './words.ts';

export async function look(args: string[]): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { file: { type: 'string' }, none: { type: 'boolean', default: false } }
	});
	const [id] = positionals;
	if (!id) return misuse('which application? foyer app list shows the ids');
	if (!values.file && !values.none) return misuse('--file is missing (or --none, to look like all others)');
	const wanted = values.file ? await readJsonFile(values.file) : null;
	const branded = await withServices((services) => brandApplication(services, id, wanted));
	if (!branded.ok) {
		const isUnknown = branded.problem.code === 'entity.not_exists_with_id';
		return failure(isUnknown ? `there is no application "${id}"` : explain(branded.problem));
	}
	console.log(wanted ? `${branded.value.name} has a look of its own.` : `${branded.value.name} looks like all others.`);
	return 0;
}
