import { network } from '#db/schema/network';
import type { Unit } from '~/sharing/command.server';

export const DEMO_NETWORK = {
  id: 1,
  name: 'Two Rivers Network',
  purpose: {
    en: 'Two rivers, looked after by the people who drink from them.',
    es: 'Dos ríos, cuidados por la gente que bebe de ellos.',
  },
  description: {
    en: 'Neighbours along the Mississippi and the Richmond found that they had the same wells to test, the same permits to read and the same floods to clean up after. Here they find each other, lend each other what works, and decide for themselves who sees what about them.',
    es: 'Gente a orillas del Misisipi y del Richmond descubrió que tenía los mismos pozos que analizar, los mismos permisos que leer y las mismas inundaciones que limpiar. Aquí se encuentran, se prestan lo que funciona y deciden quién ve qué sobre cada cual.',
  },
  demo: true,
};

/** Says what the demo network is, in place of anything said before. */
export async function writeNetwork({ db }: Unit): Promise<void> {
  await db
    .insert(network)
    .values(DEMO_NETWORK)
    .onConflictDoUpdate({ target: network.id, set: { ...DEMO_NETWORK, updatedAt: new Date() } });
}
