// The passkey button: asks the server for options and the device for an answer, and posts it like any other form. On the
// first screen the browser may offer passkeys in the field, too.

type Ceremony = 'registration' | 'authentication' | 'sign-in';
type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

/** A challenge is good for five minutes. */
const freshMs = 4.5 * 60_000;

/** The browser's WebAuthn speaks JSON since 2024; where it does not, the page offers its other ways. */
export class PasskeyForm extends HTMLElement {
	/** Of the offer in the field: a press of the button takes its place. */
	private offer = new AbortController();
	private isAsking = false;

	connectedCallback() {
		const form = this.querySelector('form');
		// A preview only shows what would be pressed.
		if (!form || form.closest('[data-preview]')) return;
		form.addEventListener('submit', (event) => {
			// What is filled in already is on its way.
			if (field(form, 'payload').value) return;
			event.preventDefault();
			void this.ask(form);
		});
		// Back shows the page as it was left: what it had answered is spent.
		addEventListener('pageshow', () => (field(form, 'payload').value = ''));
		if (this.dataset.autofill !== undefined) void this.wait(form);
	}

	/** Once at a time: another challenge would make the first one worthless. Other forms stay free, the device may be slow. */
	private async ask(form: HTMLFormElement) {
		if (this.isAsking) return;
		this.isAsking = true;
		this.offer.abort();
		this.say(form, '');
		const button = form.querySelector('button');
		button?.setAttribute('data-pending', '');
		const isAnswered = await this.answer(form).then(
			() => true,
			() => false
		);
		button?.removeAttribute('data-pending');
		this.isAsking = false;
		if (isAnswered) form.requestSubmit();
		// Declined, timed out, or not supported: the device tells no more.
		else this.say(form, this.dataset.failed ?? '');
	}

	/** Nobody has to choose one: silence is no failure. */
	private async wait(form: HTMLFormElement) {
		try {
			if (await PublicKeyCredential.isConditionalMediationAvailable()) await this.offerInField(form);
		} catch {
			return;
		}
	}

	/**
	 * A page stays open for longer than a challenge is good. It is renewed where somebody looks: elsewhere it would take the
	 * place of what another tab has asked for, and behind the device's own question it would close that.
	 */
	private async offerInField(form: HTMLFormElement) {
		for (let isOld = true; isOld && !this.isAsking;) {
			isOld = false;
			const offer = new AbortController();
			this.offer = offer;
			const renew = () => {
				isOld = true;
				offer.abort();
			};
			const renewal = setTimeout(() => whenLookedAt(renew, offer.signal), freshMs);
			await this.answer(form, { mediation: 'conditional', signal: offer.signal }).then(
				() => form.requestSubmit(),
				() => {}
			);
			clearTimeout(renewal);
			// Nothing of it is waited for any more.
			if (!isOld) offer.abort();
		}
	}

	private async answer(form: HTMLFormElement, how: CredentialRequestOptions = {}) {
		const ceremony = this.dataset.ceremony as Ceremony;
		const { verificationId, ...answer } = await fetchOptions(
			this.dataset.options ?? `/api/experience/${places[ceremony]}`,
			how.signal
		);
		const isNew = ceremony === 'registration';
		const options = answer[isNew ? 'registrationOptions' : 'authenticationOptions'] as Options;
		const credential = isNew
			? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
			: await navigator.credentials.get({
					...how,
					publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)
				});
		field(form, 'verificationId').value = String(verificationId ?? '');
		field(form, 'payload').value = JSON.stringify(credential);
		copyBox(form, 'shared');
	}

	private say(form: HTMLFormElement, what: string) {
		const place = form.querySelector<HTMLElement>('.failed');
		if (!place) return;
		place.hidden = what === '';
		place.textContent = what;
	}
}

function whenLookedAt(act: () => void, signal: AbortSignal) {
	if (document.hasFocus()) act();
	else addEventListener('focus', act, { once: true, signal });
}

const places: Record<Ceremony, string> = {
	registration: 'verification/web-authn/registration',
	authentication: 'verification/web-authn/authentication',
	'sign-in': 'preflight/sign-in-passkey/authentication'
};

async function fetchOptions(address: string, signal?: AbortSignal): Promise<Record<string, unknown>> {
	const query = new URLSearchParams(location.search);
	const response = await fetch(address, {
		method: 'POST',
		signal,
		headers: {
			'content-type': 'application/json',
			'logto-app-id': query.get('app_id') ?? '',
			'foyer-interaction': query.get('uid') ?? ''
		},
		body: '{}'
	});
	if (!response.ok) throw new Error(String(response.status));
	return (await response.json()) as Record<string, unknown>;
}

/** What is ticked in the page's other form is said with this one, too. */
function copyBox(form: HTMLFormElement, name: string) {
	const copy = form.elements.namedItem(name);
	const box = document.querySelector<HTMLInputElement>(`[type=checkbox][name=${name}]`);
	if (copy instanceof HTMLInputElement && box?.checked) copy.value = box.value;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
	return form.elements.namedItem(name) as HTMLInputElement;
}
