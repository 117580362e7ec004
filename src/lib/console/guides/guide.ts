// What a guide is: how one kind of application is connected, with the values of one application in it.
import type { ApplicationType } from '../../contract/application-types.ts';

/** `sessionSecret` is made up for this look at the guide: it is the application's own, and Foyer never knows it. */
export type GuideValues = { endpoint: string; appId: string; appSecret: string; sessionSecret: string };
export type Snippet = { title: string; code: string };
export type Guide = {
	/** Of a framework; without one it is called by the type of application. */
	name?: string;
	type: ApplicationType;
	/** Where the application runs as it is started here: what has to be registered. */
	redirectUri: string;
	postLogoutUri: string;
	install?: string;
	/** The contents of `.env`, where there is one. */
	env?(values: GuideValues): string;
	snippets(values: GuideValues): Snippet[];
	run?: string;
};

export const home = 'http://localhost:3000/';
export const callback = `${home}callback`;

export function serverEnv({ endpoint, appId, appSecret, sessionSecret }: GuideValues): string {
	return [
		`FOYER_ENDPOINT=${endpoint}`,
		`FOYER_APP_ID=${appId}`,
		`FOYER_APP_SECRET=${appSecret}`,
		`SESSION_SECRET=${sessionSecret}`
	].join('\n');
}
