import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '~/features/operate/import/decode.server';

const TEXT = 'Name,City\nAsociación Río Limpio,Bogotá\nMujeres de la Montaña,Medellín\n';
const bom = (encoding: string) => iconv.encode(TEXT, encoding, { addBOM: true });

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'UTF-8', false],
    ['UTF-8 with a mark', bom('utf8'), 'UTF-8', false],
    ['UTF-16 LE with a mark', bom('utf16le'), 'UTF-16LE', false],
    ['UTF-16 BE with a mark', bom('utf16be'), 'UTF-16BE', false],
    ['UTF-16 LE without a mark', iconv.encode(TEXT, 'utf16le', { addBOM: false }), 'UTF-16LE', false],
    ['UTF-16 BE without a mark', iconv.encode(TEXT, 'utf16be', { addBOM: false }), 'UTF-16BE', false],
    ['Latin-1', iconv.encode(TEXT, 'latin1'), 'Windows-1252', true],
  ])('is found: %s', (_name, bytes, encoding, guessed) => {
    expect(decodeText(bytes)).toMatchObject({ text: TEXT, encoding, guessed });
  });

  it('reads the quotation marks and dashes of Windows-1252', () => {
    const text = 'Name\nWomen’s “Network” – Kenya\nCafé\n';
    expect(decodeText(iconv.encode(text, 'windows-1252')).text).toBe(text);
  });

  it('tells Cyrillic from Western European', () => {
    const text = 'Название,Город\nЭкологическая группа лесов и рек,Москва\nЗелёный мир для всех людей,Казань\n';
    expect(decodeText(iconv.encode(text, 'windows-1251')).text).toBe(text);
  });

  it('shows a word by which a guess can be checked, and takes the word of whoever knows', () => {
    expect(decodeText(iconv.encode(TEXT, 'latin1')).example).toBe('Asociación');
    const polish = 'Nazwa\nŻółw\n';
    expect(decodeText(iconv.encode(polish, 'windows-1250'), 'windows-1250').text).toBe(polish);
  });

  it('looks for letters far down in the file', () => {
    const text = `Name\n${'Plain group\n'.repeat(20_000)}Río\n`;
    expect(decodeText(iconv.encode(text, 'latin1')).text).toBe(text);
  });

  it('reads single lines of another encoding without spoiling the rest, and says which', () => {
    const bytes = Buffer.concat([
      Buffer.from('Name\nMontaña\nBogotá\n'),
      Buffer.from('R\xedo\n', 'latin1'),
      Buffer.from('Medellín\n'),
    ]);
    expect(decodeText(bytes)).toMatchObject({
      text: 'Name\nMontaña\nBogotá\nRío\nMedellín\n',
      encoding: 'UTF-8',
      notes: [{ code: 'mixed_encoding', detail: '(line 4)' }],
    });
  });

  it.each([
    ['a workbook', Buffer.from('504b030414000600', 'hex'), /Excel/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['a binary file', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7) % 32)), /not a text file/],
    ['a file of zeros', Buffer.alloc(1000), /not a text file/],
  ])('refuses %s in one line', (_name, bytes, message) => {
    expect(() => decodeText(bytes)).toThrow(message);
  });

  it('refuses an encoding nobody knows', () => {
    expect(() => decodeText(Buffer.from('Name\n'), 'klingon')).toThrow('There is no encoding "klingon"');
  });
});
