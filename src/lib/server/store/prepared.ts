// Statements whose SQL is made once: building a query anew costs more than SQLite takes to run it.
import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Executor } from './schema.ts';

/** Stands in the query for a value that comes later. No real parameter is an object: JSON is stored as text. */
type Placeholder = { later: PropertyKey };

export type Later<Values> = <Name extends keyof Values>(name: Name) => NonNullable<Values[Name]>;

/** For statements of every sign-in. `build` runs once a database: what differs between two runs goes through `later`. */
export function prepared<Values extends object, Row>(
	build: (db: Executor, later: Later<Values>) => Compilable<Row>
): (db: Executor, values: Values) => Promise<QueryResult<Row>> {
	const compiled = new WeakMap<object, CompiledQuery<Row>>();
	const later = (name: keyof Values) => ({ later: name }) satisfies Placeholder as never;
	return (db, values) => {
		// Transactions share it with the database that they are on.
		const { adapter } = db.getExecutor();
		const query = compiled.get(adapter) ?? build(db, later).compile();
		compiled.set(adapter, query);
		const parameters = query.parameters.map((parameter) =>
			isPlaceholder(parameter) ? (values[parameter.later as keyof Values] ?? null) : parameter
		);
		return db.executeQuery({ ...query, parameters });
	};
}

function isPlaceholder(parameter: unknown): parameter is Placeholder {
	return typeof parameter === 'object' && parameter !== null;
}
