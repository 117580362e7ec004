// Maintenance: nobody signs in, but to the console, where it is ended.
import type { Settings } from '../../contract/settings.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { isConsole } from '../core/rules/console.ts';

/** The door lets in whoever names the console; the interaction shows whose it is. */
export function isClosedTo({ clientId }: Interaction, { maintenance }: Pick<Settings, 'maintenance'>): boolean {
	return maintenance.enabled && !isConsole(clientId);
}
