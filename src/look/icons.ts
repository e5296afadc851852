// The icons that are kept, by what they stand for. Only these are in the built extension.
import {
  Activity,
  Bug,
  ClipboardPlus,
  Droplets,
  Gauge,
  HeartPulse,
  Hospital,
  type IconNode,
  Pause,
  PersonStanding,
  Pill,
  Puzzle,
  Scissors,
  SlidersHorizontal,
  Tag,
  TestTube,
  Thermometer,
  UserRound,
  Volume2,
  Wrench,
} from 'lucide';
import type { Kind } from '../glossary/entry.ts';

export const SPEAKER = Volume2;
export const OPTIONS = SlidersHorizontal;
export const PAUSE = Pause;
/** Browsers' own sign for extensions. */
export const PUZZLE = Puzzle;

/** The icon of each kind of entry. */
export const KIND_ICONS: Readonly<Record<Kind, IconNode>> = {
  condition: ClipboardPlus,
  symptom: Thermometer,
  'body-part': PersonStanding,
  process: Activity,
  test: TestTube,
  procedure: Scissors,
  treatment: HeartPulse,
  medicine: Pill,
  germ: Bug,
  substance: Droplets,
  measurement: Gauge,
  device: Wrench,
  person: UserRound,
  place: Hospital,
  description: Tag,
};
