// Asks before somebody leaves what is typed and not saved.
import { beforeNavigate } from '$app/navigation';

/** Several forms of a page ask once. */
const asked = new WeakSet<object>();

/** Called while a component is made. A tab that is closed asks in the browser's own words, a link in `say`. */
export function guardUnsaved(isUnsaved: () => boolean, say: string): void {
	beforeNavigate((navigation) => {
		if (!isUnsaved() || asked.has(navigation)) return;
		asked.add(navigation);
		if (navigation.type === 'leave' || !confirm(say)) navigation.cancel();
	});
}
