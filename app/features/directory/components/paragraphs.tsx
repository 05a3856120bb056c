/** Typed text: blank lines part paragraphs, single line breaks stay. Each paragraph runs in its own direction. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((each) => each.trim() !== '');
  return (
    <div className="prose">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text never change place
        <p key={index} dir="auto" className="typed">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
