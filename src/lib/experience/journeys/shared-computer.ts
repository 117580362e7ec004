// The box for computers that others use: what it says is kept with the interaction, for whatever comes after it.
import { ok, type Result } from '../../contract/result.ts';
import type { InteractionAnswer } from '../../contract/schemas.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import type { Writer } from '../client.ts';

type Policy = Pick<PublicSettings, 'browserMemory'>;

/** The box as it was left in this interaction: before that has begun, the refusal itself says how. */
export function sharedBox({ browserMemory }: Policy, interaction: Result<InteractionAnswer>) {
	if (browserMemory !== 'Ask') return undefined;
	const { sharedComputer } = interaction.ok ? interaction.value : (interaction.problem.data ?? {});
	return { ticked: sharedComputer === true };
}

type Ticked = { shared?: '0' | '1' };

/** A box that is ticked no more says something, too; a page without one says nothing. */
export async function askAboutComputer(
	api: Writer,
	{ browserMemory }: Policy,
	{ shared }: Ticked
): Promise<Result<unknown>> {
	return browserMemory === 'Ask' && shared ? api.shareComputer(shared === '1') : ok();
}
