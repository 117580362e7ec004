// What the model knows of browsers: whom each has been signed in with while that was remembered, and who trusts it.
import { Broken, isAdaptive, type Person, type Rules } from './model.ts';
import type { Opened } from './attack.ts';

export function createBrowsers() {
	const known = new Map<object, Map<string, { isTrusted: boolean }>>();
	const of = ({ door }: Opened) => {
		if (!known.has(door.browser)) known.set(door.browser, new Map());
		return known.get(door.browser) as Map<string, { isTrusted: boolean }>;
	};
	const hasShown = ({ shown }: Opened, { id }: Person) => shown.some(({ personId }) => personId === id);

	return {
		/** Whether the settings spare this person a second factor here. */
		isExcused(here: Opened, { id }: Person, rules: Rules): boolean {
			const found = of(here).get(id);
			return isAdaptive(rules) ? found !== undefined : rules.trustedDevice && found?.isTrusted === true;
		},
		/** After a sign-in has ended. */
		remember(here: Opened, person: Person, rules: Rules) {
			const mayTrust = rules.trustedDevice && !isAdaptive(rules);
			const isTrusted =
				of(here).get(person.id)?.isTrusted === true || (mayTrust && here.isTrusting && hasShown(here, person));
			if (rules.factors.length > 0 && (isAdaptive(rules) || isTrusted)) of(here).set(person.id, { isTrusted });
		},
		/** With a new password, or a suspension. */
		forget({ id }: Person) {
			for (const people of known.values()) people.delete(id);
		},
		async trust(here: Opened, person: Person | undefined) {
			if (!(await here.door.trustDevice()).ok) return;
			if (!person || !hasShown(here, person)) throw new Broken('I1: a browser is trusted for nothing that was shown');
			here.isTrusting = true;
		}
	};
}
