import { signInPasskeyAnswer } from '$lib/contract/factors.ts';
import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { askSignInPasskey } from '$lib/server/usecases/ask-sign-in-passkey.ts';

export const POST = endpoint({
	summary: 'Begin to sign in with a passkey of this device, before or after the interaction has begun',
	answers: { 200: signInPasskeyAnswer },
	problems: ['session.not_found', 'session.busy', 'auth.forbidden', 'user.sign_in_method_not_enabled'],
	run: async ({ caller }) => {
		const asked = await askSignInPasskey(await services(), caller);
		return asked.ok ? ok({ authenticationOptions: asked.value.options }) : asked;
	}
});
