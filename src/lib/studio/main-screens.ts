// The screens that nearly everybody meets: what is compared first.
export const mainScreens = [
	...['sign-in', 'register', 'verification-code', 'password', 'set-password', 'forgot-password', 'continue'],
	...['second-step', 'sign-in-passkey', 'consent', 'failure']
];

/** Drawn by the settings where no state is named: they decide what is on them. */
export const screensBySettings = ['sign-in', 'register'];
