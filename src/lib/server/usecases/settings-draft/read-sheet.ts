// The style sheet of a draft, for its preview: by the name that the text itself has, so that no other is ever shown.
import type { Services } from '../ports.ts';
import { styleSheetOf, type StyleSheet } from '../read-custom-css.ts';

type Needs = Pick<Services, 'store' | 'settings' | 'hasher'>;

/** What is in force counts too: previews show both, side by side. */
export async function readDraftSheet(services: Needs, name: string): Promise<StyleSheet | undefined> {
	const [live, draft] = await Promise.all([services.settings(), services.store.settingsVersions.readDraft()]);
	const drafted = draft?.changes.customCss;
	const texts = [typeof drafted === 'string' ? drafted : null, live.customCss];
	return texts.map((customCss) => styleSheetOf(services, { customCss })).find((sheet) => sheet?.name === name);
}
