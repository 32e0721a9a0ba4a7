/** The one script of a site that is opened from a folder: all that its pages may need, in one classic script. */
import './reading.ts';
import './reading-settings.ts';
import './walk-drawing.ts';
import './task-choice.ts';
