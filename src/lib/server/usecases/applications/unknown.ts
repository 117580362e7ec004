// The answer where no application has that id.
import { refuse } from '../../../contract/result.ts';

export function unknownApplication(id: string) {
	return refuse('entity.not_exists_with_id', { data: { id } });
}
