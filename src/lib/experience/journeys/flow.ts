// The two flows that begin with a phone number or an address, and what each asks of the interaction.
import type { InteractionEvent } from '../../contract/schemas.ts';

export type Flow = 'sign-in' | 'register';

export const eventOf = { 'sign-in': 'SignIn', register: 'Register' } as const satisfies Record<Flow, InteractionEvent>;
export const otherFlow = { 'sign-in': 'register', register: 'sign-in' } as const satisfies Record<Flow, Flow>;
