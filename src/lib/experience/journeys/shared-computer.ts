// The box for computers that others use: what it says is kept with the interaction, for whatever comes after it.
import { ok, type Result } from '../../contract/result.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import type { Writer } from '../client.ts';

type Ticked = { shared?: '0' | '1' };

/** A box that is ticked no more says something, too; a page without one says nothing. */
export async function askAboutComputer(
	api: Writer,
	{ browserMemory }: Pick<PublicSettings, 'browserMemory'>,
	{ shared }: Ticked
): Promise<Result<unknown>> {
	return browserMemory === 'Ask' && shared ? api.shareComputer(shared === '1') : ok();
}
