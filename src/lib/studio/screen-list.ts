// Which screens there are and in which states, by name: for whoever chooses among them without drawing any.
import { fixtures } from '../experience/screens/fixtures.ts';

export type ScreenStates = { name: string; states: string[] };

export function listScreens(): ScreenStates[] {
	return Object.entries(fixtures).map(([name, { states }]) => ({ name, states: Object.keys(states) }));
}
