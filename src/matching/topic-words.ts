// Plain words that tell what a text is about, and in which language it is. By themselves they name nothing that needs explaining.

import { Words } from './words.ts';

/** Words that health texts are full of and other texts are not. In small letters. */
const HEALTH_WORDS = `
  ache aches aching ailment ailments asthma bleed bleeding blood bone bones brain breathing cancer care chest clinic clinical clinician cough coughing
  cure cured diabetes diagnosed disease diseases doctor doctors dose doses drug drugs emergency fever healing health healthcare heart hip hospital
  hospitals hurts illness illnesses injection injections injured injuries injury joint joints kidney kidneys knee knees liver lung lungs
  medical medication medications medicine medicines mg midwife muscle muscles nurse nurses operation pain painful painkiller painkillers pains patient
  patients physician physicians pill pills pregnancy pregnant prescribe prescribed prescription scan scans shoulder sick sore spine stomach surgeon
  surgeons surgery surgical swelling swollen symptom symptoms tablets therapies therapist therapy treat treated treating treatment treatments vaccine
  virus weakness wheezing wound wrist`;

/** Words that texts about games, sport, cooking, cars, law, money, computers, music, the sky, plants, films and politics are full of, and health texts are not. */
const OTHER_WORDS = `
  actor actress album app asteroid attorney brakes browser butter championship chef chord compost concert court currency defendant diesel dough download
  earnings election enemies enemy engine file files flour galaxy game gamer games garage garden gardens gearbox goalkeeper guitar inflation innings
  install investors jury kitchen laptop lawn lawsuit leaf league leaves loot markets melody midfielder mileage movie movies orbit orchestra oven pan
  parliament plaintiff planet planets plants player players playoffs quest recipe sauce season seeds senator servers shares simmer software soil song
  songs stadium stock stocks striker sword telescope tires touchdown tournament tyres voters weapon weapons zombie zombies`;

const ENGLISH = `
  the of and to in is are was were be been for with that this it its on by as at from or not have has had can may will which their they you your my i we
  he she his her our when what if but also an more than who how do does did there these those after before about into over between because while`;
/** German, Spanish, French, Italian, Dutch and Swedish. None with accents: they read as other words without them ("für" as fur, "för" as for). */
const NOT_ENGLISH = `
  der die das und ist nicht ein eine einen mit von zu auf dem den des sich auch bei wird werden oder el la los las de del que y en un una es por con para
  se su le les et est une dans pour sur avec au aux du qui il lo gli della di che e per non sono nel alla al het een van op dat niet zijn voor och att som
  av`;

/** What a plain word tells. */
type Tells = 'english' | 'not English' | 'health' | 'other topic';

/** A plain word that tells something. */
export interface TopicWord {
  readonly word: string;
  readonly tells: Tells;
}

const KINDS: readonly (readonly [tells: Tells, words: string])[] = [
  ['english', ENGLISH],
  ['not English', NOT_ENGLISH],
  ['health', HEALTH_WORDS],
  ['other topic', OTHER_WORDS],
];

const byHash = new Map<number, TopicWord>();
for (const [tells, list] of KINDS) {
  const words = new Words(list);
  for (let i = 0; i < words.count; i++) byHash.set(words.hash(i), { word: words.word(i), tells });
}

/** What a word tells, found by its hash; undefined where that is nothing. */
export const topicWord = (hash: number): TopicWord | undefined => byHash.get(hash);
