-- Which run of the worker makes the preview: one that was taken for dead, and begun again by another, writes nothing more.
ALTER TABLE re_rates ADD COLUMN attempt uuid;
