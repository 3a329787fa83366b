// The articles that @mozilla/readability finds in pages, or how fast it finds them.
// usage: node readability.mjs PEERS linkedom|jsdom LIST [REPEATS]
//   PEERS    folder with node_modules of @mozilla/readability, linkedom and jsdom
//   LIST     a file with a path of a page on each line
// prints: a line of JSON for each page: name, title, author, date, text (a block a line; cells of a
//         table with a blank between them, which textContent has not); with REPEATS, instead,
//         the seconds of each pass over all pages (parse and extraction, warm, files read before)
//         and the seconds of the processor.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const [peers, dom, list, repeats] = process.argv.slice(2);
const require = createRequire(`${peers}/node_modules/x.js`);
const { Readability } = require('@mozilla/readability');

// As browsers do: byte-order mark, then <meta>, then UTF-8 if it is valid; the WHATWG decoder takes
// the label iso-8859-1 as windows-1252.
function decode(bytes) {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const label = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096));
	if (label && bytes[0] !== 0xef) return new TextDecoder(label[1]).decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

const parsers = {
	linkedom() {
		const { parseHTML } = require('linkedom');
		return (html) => parseHTML(html).document;
	},
	jsdom() {
		const { JSDOM, VirtualConsole } = require('jsdom');
		const virtualConsole = new VirtualConsole(); // not a word about styles that it cannot read
		return (html) => new JSDOM(html, { url: 'https://example.org/', virtualConsole }).window.document;
	},
};

const BLOCKS = new Set(('ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE ' +
	'FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL').split(' '));

function text(root) {
	let out = '';
	const walk = (node) => {
		if (node.nodeType === 3) {
			out += node.data.replace(/\s+/g, ' ');
			return;
		}
		const name = node.nodeName.toUpperCase();
		const gap = BLOCKS.has(name) ? '\n' : name === 'TD' || name === 'TH' ? ' ' : '';
		out += gap;
		for (const child of node.childNodes ?? []) walk(child);
		out += gap;
	};
	walk(root);
	return out.replace(/[ \n]*\n[ \n]*/g, '\n').trim();
}

const read = (parse, html) => new Readability(parse(html), { serializer: (e) => e }).parse();
const pages = readFileSync(list, 'utf-8').trim().split('\n');
const htmls = pages.map((page) => decode(readFileSync(page)));
const parse = parsers[dom]();

if (repeats) {
	for (const html of htmls) read(parse, html); // warm
	for (let i = 0; i < Number(repeats); i++) {
		const start = performance.now(), before = process.cpuUsage();
		for (const html of htmls) read(parse, html);
		const { user, system } = process.cpuUsage(before);
		console.log((performance.now() - start) / 1000, (user + system) / 1e6);
	}
} else {
	htmls.forEach((html, i) => {
		const found = read(parse, html) ?? {};
		console.log(JSON.stringify({
			name: basename(pages[i]), title: found.title, author: found.byline,
			date: found.publishedTime, text: found.content ? text(found.content) : '',
		}));
	});
}
