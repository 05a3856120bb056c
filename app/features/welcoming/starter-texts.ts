import type { JoinTexts } from './join-texts';

/** What the join page says until operators write their own. */
export const STARTER_TEXTS: JoinTexts = {
  get: {
    en: `- **People near you and far away who care about the same things**, found by what they care about, what they can do and where they are.
- **Someone to ask**: who has tested that well, read that permit, run that campaign before.
- **A weaver** who introduces you to the right people, and only if both sides say yes.
- **Your own say** about who sees what of you. Nothing is shown before you choose it, and you change it whenever you like.`,
    es: `- **Gente cerca de ti y lejos a la que le importa lo mismo**, y que se encuentra por lo que le importa, lo que sabe hacer y dónde está.
- **A quién preguntar**: quién ya analizó ese pozo, leyó ese permiso o llevó esa campaña.
- **Una tejedora o un tejedor** que te presenta a la gente indicada, y solo si las dos partes dicen que sí.
- **Tu propia decisión** sobre quién ve qué de ti. No se muestra nada antes de que lo elijas, y lo cambias cuando quieras.`,
  },
  give: {
    en: `- **Your support for what this network is for.** You read our principles and sign them.
- **What you can and want to share**: an answer, a skill, a place to meet. Nobody counts it.
- **Care with what others trust you with.** What you read here about people stays here.
- No fee. Groups and people pay nothing.`,
    es: `- **Tu apoyo a lo que busca esta red.** Lees nuestros principios y los firmas.
- **Lo que puedas y quieras compartir**: una respuesta, una habilidad, un lugar de reunión. Nadie lleva la cuenta.
- **Cuidado con lo que otras personas te confían.** Lo que lees aquí sobre la gente se queda aquí.
- Sin cuota. Ni los grupos ni las personas pagan nada.`,
  },
  questions: {
    en: `## Who can join?
Anyone who supports what this network is for, as a person or as a group. You do not have to belong to a group.

## What happens after I send the form?
You get a mail with a link. It makes your account. Then somebody who welcomes people here gets in touch with you, and you read and sign the principles. After that you are a member.

## Who sees that I asked?
The weavers and stewards who welcome people, and nobody else. You stand in no list before you chose what to share.

## Can I use another name?
Yes. You can go by an alias, and then the name behind it is shown to nobody.

## Can I leave?
At any time, with one button, and everything the hub keeps of you is deleted. Nobody asks why.`,
    es: `## ¿Quién puede unirse?
Cualquiera que apoye lo que busca esta red, como persona o como grupo. No hace falta pertenecer a un grupo.

## ¿Qué pasa después de enviar el formulario?
Recibes un correo con un enlace que crea tu cuenta. Después se pone en contacto contigo alguien que da la bienvenida, y lees y firmas los principios. Con eso ya eres miembro.

## ¿Quién ve que lo he pedido?
Quienes dan la bienvenida (tejedoras y tejedores, y las personas que cuidan la red), y nadie más. No apareces en ninguna lista antes de elegir qué compartes.

## ¿Puedo usar otro nombre?
Sí. Puedes usar un alias, y entonces nadie ve el nombre que hay detrás.

## ¿Puedo irme?
Cuando quieras, con un botón, y se borra todo lo que se guarda de ti. Nadie pregunta por qué.`,
  },
  mailSubject: {
    en: 'Would you join us in {network}?',
    es: '¿Te unes a {network}?',
  },
  mailText: {
    en: `Hello,

I am part of {network}, a network of groups and people who work for the same things and help each other out. I thought of you.

Joining costs nothing, and you decide yourself what others see of you. Here is what it is about, and how to join as a person or with your group:

{link}

If you have questions, ask me.`,
    es: `Hola:

Formo parte de {network}, una red de grupos y personas que trabajan por lo mismo y se ayudan. He pensado en ti.

Unirse no cuesta nada, y tú decides qué ven los demás de ti. Aquí se cuenta de qué va y cómo unirte, como persona o con tu grupo:

{link}

Si tienes preguntas, escríbeme.`,
  },
};
