// Sends a test code through a configuration as a form says it.
import { manage } from './api.ts';
import { parseConfig } from './connectors.ts';
import { readFields, refused } from './form.ts';
import type { ConsoleEvent } from './session.ts';

/** `id`: the saved connector whose keys stand behind the masks. */
export async function testConnector(event: ConsoleEvent, id?: string) {
	const { config = '{}', factory = '', phone, email } = await readFields(event.request);
	const body = { config: parseConfig(config) ?? null, ...(phone ? { phone } : { email }), id };
	const answer = await manage(event).ask<{ vendorId: string }>('POST', `connectors/${factory}/test`, body);
	return answer.ok ? { tested: true, vendorId: answer.value.vendorId } : refused(answer.refusal, { tested: 'yes' });
}
