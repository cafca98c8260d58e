SELECT ground.append_only('files.file');
