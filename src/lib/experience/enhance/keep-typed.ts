// What was typed outlives a change of the language, which is a plain link: the very next page fills it in again, and
// nothing stays behind. Only fields that ask for it are kept: no password and no code is one of them.

const key = 'foyer-typed';

type Field = HTMLInputElement | HTMLSelectElement;
/** `language`: of the page that was asked for. Where another is drawn the link led nowhere, and the values are old. */
type Kept = { page: string; language: string; values: Record<string, string | boolean> };

export function keepTyped() {
	const kept = take();
	if (kept?.page === pageOf(location.href) && kept.language === document.documentElement.lang) {
		for (const field of fields()) fill(field, kept.values[field.name]);
	}
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[hreflang]');
		if (!link || !leavesThisPage(event)) return;
		const values = Object.fromEntries(fields().map(read));
		keep({ page: pageOf(link.href), language: link.hreflang, values });
	});
	// What is sent is newer than what waits for a page that did not come.
	document.addEventListener('submit', drop);
}

/** With a key held down, a link opens elsewhere or is saved, and this page stays. */
function leavesThisPage(event: MouseEvent): boolean {
	const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
	return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented);
}

function fields(): Field[] {
	return [...document.querySelectorAll<Field>('[data-keep]')];
}

function read(field: Field): [name: string, value: string | boolean] {
	return [field.name, field.type === 'checkbox' ? (field as HTMLInputElement).checked : field.value];
}

function fill(field: Field, value: string | boolean | undefined) {
	if (typeof value === 'boolean') (field as HTMLInputElement).checked = value;
	else if (value !== undefined) field.value = value;
}

/** The link's page, and the one that it leads to: the choice itself is no part of the address. */
function pageOf(address: string): string {
	const { pathname, searchParams } = new URL(address);
	searchParams.delete('lang');
	return `${pathname}?${searchParams}`;
}

// Browsers inside other apps may have no storage, or refuse it: then the fields are empty, as without script.

function keep(typed: Kept) {
	try {
		sessionStorage.setItem(key, JSON.stringify(typed));
	} catch {
		return;
	}
}

function drop() {
	try {
		sessionStorage.removeItem(key);
	} catch {
		return;
	}
}

function take(): Kept | undefined {
	try {
		const kept = sessionStorage.getItem(key);
		drop();
		return kept ? (JSON.parse(kept) as Kept) : undefined;
	} catch {
		return undefined;
	}
}
