// Which entries of the log somebody wants to see, as the address of the page says it and as the API is asked.

/** `zone`: minutes from the reader's time to UTC, as `Date` has them. */
const names = ['kind', 'application', 'user', 'from', 'until', 'zone'] as const;
export type LogFilter = Record<(typeof names)[number], string>;

/** What a field of a date and time sends: in the time of whoever fills it in. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

export function readFilter({ searchParams }: URL): LogFilter {
	const read = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, 128);
	return Object.fromEntries(names.map((name) => [name, read(name)])) as LogFilter;
}

export function isFiltering(filter: LogFilter): boolean {
	return names.some((name) => name !== 'zone' && filter[name] !== '');
}

/** What makes no sense is left out, rather than found nowhere. */
export function queryOf({ kind, application, user, from, until, zone }: LogFilter, page: number): URLSearchParams {
	const time = (text: string) => (moment.test(text) ? Date.parse(`${text}Z`) + (Number(zone) || 0) * 60_000 : NaN);
	const wanted: [string, string | false][] = [
		['page', String(page)],
		['page_size', '20'],
		['logKey', /^[\w.]{1,64}$/.test(kind) && kind],
		['applicationId', application],
		['userId', user],
		['start_time', !Number.isNaN(time(from)) && String(time(from))],
		['end_time', !Number.isNaN(time(until)) && String(time(until))]
	];
	return new URLSearchParams(wanted.filter((one): one is [string, string] => Boolean(one[1])));
}
