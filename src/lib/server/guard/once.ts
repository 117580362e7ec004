// Computes a value when it is first asked for, and never again.

export function once<Value>(compute: () => Value): () => Value {
	let known: { value: Value } | undefined;
	return () => (known ??= { value: compute() }).value;
}
