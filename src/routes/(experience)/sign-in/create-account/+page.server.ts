// The proven number or address has no account yet.
import { askToCross, crossFrom } from '../../confirm-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => askToCross('sign-in', await event.parent(), event);

export const actions: Actions = { default: crossFrom('sign-in') };
