/** What an atlas asks for whose author wants a method that comes later: a file of its own, whose bytes the legend shares. */
import '../../scene/classes/methods/all.js';

export {};
