import { network } from '#db/schema/network';
import type { Unit } from '~/sharing/command.server';

const DEMO_NETWORK = {
  id: 1,
  name: 'Two Rivers Network',
  purpose: {
    en: 'People and groups on two great rivers, and their friends elsewhere, who protect the water they share.',
    es: 'Personas y grupos de dos grandes ríos, y amistades de otros lugares, que protegen el agua que comparten.',
  },
  description: {
    en: 'Neighbours along the Mississippi and the Richmond found that they had the same wells to test, the same permits to read and the same floods to clean up after. Here they find each other, lend each other what works, and decide for themselves who sees what about them. Everyone on this hub is made up.',
    es: 'Gente a orillas del Misisipi y del Richmond descubrió que tenía los mismos pozos que analizar, los mismos permisos que leer y las mismas inundaciones que limpiar. Aquí se encuentran, se prestan lo que funciona y deciden quién ve qué sobre cada cual. Todas las personas de esta red son inventadas.',
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
