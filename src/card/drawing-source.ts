// Where the pictures of cards come from: who puts a card into a page or panel provides it.
import { createContext } from 'preact';
import type { LoadDrawing } from '../glossary/drawings.ts';

/** Loads drawings for what is rendered below. Where nobody provides one there are no pictures. */
export const DrawingSource = createContext<LoadDrawing>(() => Promise.reject(new Error('No drawings here.')));
