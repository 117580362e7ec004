// Runs in a preview of the atlas: tells the page around it what does not fit, and takes nothing.
import { tellParent } from './measure-drawing.ts';

void tellParent();
