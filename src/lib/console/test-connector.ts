// Sends a test code through a configuration as a form says it.
import { manage } from './api.ts';
import type { Config } from './connectors.ts';
import { readFields, refused } from './form.ts';
import type { ConsoleEvent } from './session.ts';

/** `id`: the saved connector whose keys stand behind the masks. */
export async function testConnector(event: ConsoleEvent, id?: string) {
	const { config = '{}', factory = '', phone, email } = await readFields(event.request);
	const body = { config: JSON.parse(config) as Config, ...(phone ? { phone } : { email }), id };
	const answer = await manage(event).ask<{ vendorId: string }>('POST', `connectors/${factory}/test`, body);
	return answer.ok ? { tested: true, vendorId: answer.value.vendorId } : refused(answer.refusal, { tested: 'yes' });
}
