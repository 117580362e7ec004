// The answer where no account has that id.
import { refuse } from '../../contract/result.ts';

export function unknownUser(id: string) {
	return refuse('entity.not_exists_with_id', { data: { id } });
}
