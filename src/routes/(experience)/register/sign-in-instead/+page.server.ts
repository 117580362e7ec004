// The proven number or address already has an account.
import { askToCross, crossFrom } from '../../confirm-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => askToCross('register', await event.parent(), event);

export const actions: Actions = { default: crossFrom('register') };
