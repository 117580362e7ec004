// WebOTP: Chrome on Android offers the code of a text message whose last line names this host. Elsewhere nothing happens.

type OtpRequest = CredentialRequestOptions & { otp: { transport: ['sms'] } };

/** Hears of the code once, if the person lets it in. What they type meanwhile, or leaving the page, ends the wait. */
export function readMessage(form: HTMLFormElement | null, accept: (code: string) => void) {
	if (!('OTPCredential' in window)) return;
	const stop = new AbortController();
	for (const end of ['input', 'submit']) form?.addEventListener(end, () => stop.abort(), { once: true });
	const wanted: OtpRequest = { otp: { transport: ['sms'] }, signal: stop.signal };
	navigator.credentials.get(wanted).then(
		(credential) => accept((credential as { code?: string } | null)?.code ?? ''),
		// Declined, aborted, or not allowed here: the field is there all the same.
		() => {}
	);
}
