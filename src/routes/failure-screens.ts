// What the error page is drawn with.
import '../app.css';

export { default as Failure } from '$lib/experience/screens/Failure.svelte';
export { default as Shell } from '$lib/experience/screens/Shell.svelte';
