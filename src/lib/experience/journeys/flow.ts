// What people come for, and what each asks of the interaction.
import type { InteractionEvent } from '../../contract/schemas.ts';

export type Flow = 'sign-in' | 'register' | 'forgot-password';

/** Where codes are entered: in a flow, or for what an account still lacks at the end of one. */
export type Stage = Flow | 'continue';

export const eventOf = {
	'sign-in': 'SignIn',
	register: 'Register',
	'forgot-password': 'ForgotPassword'
} as const satisfies Record<Flow, InteractionEvent>;

/** The two that settings may open and close, and that a proof can change between. */
export type Mode = 'sign-in' | 'register';
export const otherFlow = { 'sign-in': 'register', register: 'sign-in' } as const satisfies Record<Mode, Mode>;

/** Where a stage begins. */
export function firstPage(stage: Stage): `/${Flow}` {
	return `/${stage === 'continue' ? 'sign-in' : stage}`;
}
