// Settings before the first start: those of `foyer/testing`.
export { prepareSettings } from '../../src/testing/prepare-settings.ts';
