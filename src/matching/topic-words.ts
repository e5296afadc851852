// Plain words that tell what a text is about. By themselves they name nothing that needs explaining.

/** The words of a list that is written with white space between them. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that health texts are full of and other texts are not. In small letters. */
export const HEALTH_WORDS = wordSet(`
  ache aches aching ailment ailments asthma bleed bleeding blood bone bones brain breathing cancer care chest clinic clinical clinician cough coughing
  cure cured diabetes diagnosed disease diseases doctor doctors dose doses drug drugs emergency fever healing health healthcare heart hip hospital
  hospitals hurts illness illnesses injection injections injured injuries injury joint joints kidney kidneys knee knees liver lung lungs
  medical medication medications medicine medicines mg midwife muscle muscles nurse nurses operation pain painful painkiller painkillers pains patient
  patients physician physicians pill pills pregnancy pregnant prescribe prescribed prescription scan scans shoulder sick sore spine stomach surgeon
  surgeons surgery surgical swelling swollen symptom symptoms tablets therapies therapist therapy treat treated treating treatment treatments vaccine
  virus weakness wheezing wound wrist`);

/** Words that texts about games, sport, cooking, cars, law, money, computers, music, the sky, plants, films and politics are full of, and health texts are not. */
export const OTHER_WORDS = wordSet(`
  actor actress album app asteroid attorney brakes browser butter championship chef chord compost concert court currency defendant diesel dough download
  earnings election enemies enemy engine file files flour galaxy game gamer games garage garden gardens gearbox goalkeeper guitar inflation innings
  install investors jury kitchen laptop lawn lawsuit leaf league leaves loot markets melody midfielder mileage movie movies orbit orchestra oven pan
  parliament plaintiff planet planets plants player players playoffs quest recipe sauce season seeds senator servers shares simmer software soil song
  songs stadium stock stocks striker sword telescope tires touchdown tournament tyres voters weapon weapons zombie zombies`);
