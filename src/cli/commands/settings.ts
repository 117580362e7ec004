// foyer settings: the sign-in experience as one JSON document.
import { parseArgs } from 'node:util';
import { writeSettings } from '../../lib/server/usecases/write-settings.ts';
import { failure, misuse, withVerbs, type ExitCode } from '../command.ts';
import { readJsonFile } from '../json-file.ts';
import { json } from '../terminal.ts';
import { withServices } from '../with-services.ts';
import { explain } from '../words.ts';

const usage = `Usage:
  foyer settings show                 prints the settings as JSON
  foyer settings set --file <file>    changes the fields that the file names (- reads the standard input);
                                      with all of them, as show prints them, they are put back as they were

Example: echo '{"color":{"primaryColor":"#b5472f"}}' | foyer settings set --file -`;

export const command = withVerbs(usage, { show, set });

async function show(args: string[]): Promise<ExitCode> {
	parseArgs({ args, options: { json: { type: 'boolean' } } });
	console.log(json(await withServices((services) => services.settings())));
	return 0;
}

async function set(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({ args, options: { file: { type: 'string' } } });
	if (!values.file) return misuse('--file is missing');
	const changes = await readJsonFile(values.file);
	const written = await withServices((services) => writeSettings(services, changes));
	if (!written.ok) return failure(explain(written.problem));
	console.log('The settings are saved. Pages follow within a second.');
	return 0;
}
