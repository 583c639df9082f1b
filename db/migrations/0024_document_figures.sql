-- Which texts show an image: asked whenever somebody reads its file.
create index document_block_by_figure on document_block ((data ->> 'fileId')) where kind = 'figure';
create index version_block_by_figure on version_block ((data ->> 'fileId')) where kind = 'figure';
